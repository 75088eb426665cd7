import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('news-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
