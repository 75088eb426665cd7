// TypeScript and JSX for webpack, which knows neither.
module.exports = (code) =>
  require('esbuild').transformSync(code, { loader: 'tsx', jsx: 'automatic', target: 'es2022' }).code;
