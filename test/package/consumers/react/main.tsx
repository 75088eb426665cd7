import { createRoot } from 'react-dom/client';
import { story, tell } from '../story.js';
import { Cards } from './cards.js';

createRoot(document.querySelector('#app') as HTMLElement).render(<Cards story={story} tell={tell} />);
