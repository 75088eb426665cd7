import { mount } from 'svelte';
import { story, tell } from '../story.js';
import Cards from './Cards.svelte';

mount(Cards, { target: document.querySelector('#app') as HTMLElement, props: { story, tell } });
