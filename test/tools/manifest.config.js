// Makes custom-elements.json, which editors, Storybook and the documentation read.

/** What TypeScript hides is nobody's to use, and what has no docblock is not meant for the public. */
const onlyPublic = {
  name: 'only-public',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules)
      for (const declaration of declarations) {
        if (declaration.members)
          declaration.members = declaration.members.filter(
            ({ description, privacy, static: isStatic }) =>
              description && !description.includes('@internal') && !privacy && !isStatic,
          );
        if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name);
      }
  },
};

/** The package holds no sources: paths are those of what is shipped. */
const shippedPaths = {
  name: 'shipped-paths',
  packageLinkPhase({ customElementsManifest }) {
    const shipped = JSON.stringify(customElementsManifest).replace(
      /"(\/?)src\/([^"]+)\.ts"/g,
      '"$1dist/$2.js"',
    );
    Object.assign(customElementsManifest, JSON.parse(shipped));
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  dependencies: false,
  plugins: [onlyPublic, shippedPaths],
};
