import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/layout.css';
import '../styles/clients.css';
import '../styles/client.css';
import '../styles/consent.css';
import '../styles/requests.css';

import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<App />);
