# Tries the programs, and the workflow, on the mock. The first command goes on until Ctrl-C: give it a terminal of its own.

# region mock
npx -y pnpm@12.21.0 mock --dialect portal
# endregion

# region settings
export DOCSPACE_URL=http://127.0.0.1:4010
export DOCSPACE_API_KEY=admin-1
# endregion

# region programs
cd apps/examples/guide/programs
node portal-fetch.mjs
python3 portal.py
# endregion

# region package
npx -y pnpm@12.21.0 build
cd apps/examples/guide/programs
node portal-api.mjs
# endregion

# region five-steps
npx -y pnpm@12.21.0 five-steps
# endregion

# region respect
cd openapi
export REDOCLY_SUPPRESS_UPDATE_NOTICE=true
export REDOCLY_CLI_RESPECT_INPUT="apiKey=$DOCSPACE_API_KEY"
npx -y @redocly/cli@2.77.0 respect five-steps.portal.arazzo.yaml -S "portal=$DOCSPACE_URL"
# endregion
