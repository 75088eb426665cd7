import { createApp } from 'vue';
import { story, tell } from '../story.js';
import Cards from './Cards.vue';

createApp(Cards, { story, tell }).mount('#app');
