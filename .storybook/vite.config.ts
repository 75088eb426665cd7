// The stories are built from src as it stands.
export default {
  // Storybook's renderer and the elements must share one Lit while developing.
  optimizeDeps: { include: ['lit', 'lit/directive-helpers.js', '@lit/context'] },
};
