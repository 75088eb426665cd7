// Makes custom-elements.json, which editors, Storybook and the documentation read.

/** What TypeScript hides is nobody's to use, and what has no docblock is not meant for the public. */
const onlyPublic = {
  name: 'only-public',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules)
      for (const declaration of declarations) {
        declaration.members &&= declaration.members.filter(
          ({ description = '@internal', privacy = 'public', static: isStatic }) =>
            !description.includes('@internal') && privacy === 'public' && !isStatic,
        );
        // State is declared among the properties, but no attribute sets it.
        declaration.attributes &&= declaration.attributes.filter(({ description }) => description);
        declaration.events &&= declaration.events.filter(({ description }) => description);
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
