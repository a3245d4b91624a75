/** A callback of the caller that can break nothing: what it throws, at once or later, is told once as a warning. */
export function shielded<Value>(name: string, callback: (value: Value) => unknown): (value: Value) => void {
  let told = false;
  const tell = (error: unknown): void => {
    if (told) return;
    told = true;
    const sentence = error instanceof Error ? error.message : String(error);
    process.emitWarning(`The callback ${name} failed: ${sentence}`, 'MockWarning');
  };
  return (value) => {
    try {
      Promise.resolve(callback(value)).catch(tell);
    } catch (error) {
      tell(error);
    }
  };
}
