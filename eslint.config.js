import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** The rooms of src in the order in which data flows: nothing imports what stands after it. */
const rooms = ['model', 'kit', 'sources', 'content', 'views', 'elements', 'embed', 'server', 'cli'];
/** What draws in a browser: the command line has none. */
const drawing = ['views', 'elements', 'embed'];

const layers = rooms.map((room, index) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    // An import that comes later goes the same way.
    'no-restricted-syntax': [
      'error',
      ...rooms.slice(index + 1).map((later) => ({
        selector: `ImportExpression[source.value=/\\/${later}\\//]`,
        message: `Data flows one way: src/${room} does not know src/${later}.`,
      })),
    ],
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: rooms.slice(index + 1).map((later) => `**/${later}/**`),
            message: `Data flows one way: src/${room} may import only ${rooms.slice(0, index).join(', ') || 'nothing'}.`,
          },
          {
            group: ['lit/decorators.js', 'lit/decorators/*'],
            message: 'Name them in `static properties`: fewer bytes.',
          },
          {
            group: ['lit/directives/unsafe-html.js', 'lit/directives/style-map.js', 'lit/static-html.js'],
            message: 'Hostile content, a strict policy, or bytes speak against it.',
          },
          ...(['model', 'kit', 'sources', 'cli'].includes(room)
            ? [{ group: ['lit', 'lit/*', '@lit/*'], message: `src/${room} knows no elements.` }]
            : []),
          ...(room === 'cli'
            ? [
                {
                  group: drawing.map((other) => `**/${other}/**`),
                  message: 'src/cli runs without a browser.',
                },
              ]
            : []),
        ].filter(({ group }) => group.length),
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'storybook-static/',
      'custom-elements.json',
      '.data/',
      'node_modules/',
      // Of frameworks that are not installed here: the consumers' own compilers check them.
      'src/types/',
      'test/package/consumers/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Lit binds handlers, and `this` in them is the element.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // What a browser always has, a server or an odd page may lack.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    settings: { wc: { elementBaseClasses: ['LitElement', 'NewsElement', 'ContentElement'] } },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/best-practice'].rules,
      ...litA11y.configs.recommended.rules,
      // Lit's own callbacks are always there.
      'wc/guard-super-call': 'off',
      // Safari takes a list without bullets for no list, unless it is told.
      'lit-a11y/no-redundant-role': 'off',
      'no-console': ['error', { allow: ['warn'] }],
    },
  },
  ...layers,
  {
    // Chai's assertions are expressions, answers of a server under test are unknown, and node:test waits by itself.
    files: ['test/**/*.ts'],
    ignores: ['test/tools/wait.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@open-wc/testing',
          importNames: ['waitUntil'],
          message: 'It gives up after a second: take that of test/tools/wait.ts.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'demo/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
