// Makes custom-elements.json, which editors, Storybook, the types for frameworks and the documentation read.
import { readdirSync } from 'node:fs';
import ts from 'typescript';

/** What an element is made of is its own affair: its class and its definition are entries of the package. */
const elements = readdirSync('src/elements', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => [`${name}/${name}`, `${name}/define`]);

/** What TypeScript hides is nobody's to use, and what has no docblock is not meant for the public. */
const onlyPublic = {
  name: 'only-public',
  packageLinkPhase({ customElementsManifest: manifest }) {
    for (const { declarations = [] } of manifest.modules)
      for (const declaration of declarations) {
        declaration.members &&= declaration.members.filter(
          ({ description = '@internal', privacy = 'public', static: isStatic }) =>
            !description.includes('@internal') && privacy === 'public' && !isStatic,
        );
        // State is declared among the properties, but no attribute sets it.
        const names = declaration.members?.map(({ name }) => name);
        declaration.attributes &&= declaration.attributes.filter(({ fieldName }) =>
          names.includes(fieldName),
        );
        declaration.events &&= declaration.events.filter(({ description }) => description);
      }
  },
};

/** Importing `define.js` of an element registers its tag. */
const definitions = {
  name: 'definitions',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const { path, declarations } of modules)
      for (const { tagName, name } of declarations) {
        if (!tagName) continue;
        const definition = modules.find((module) => module.path === path.replace(/[^/]+$/, 'define.ts'));
        definition.exports = [
          { kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } },
        ];
      }
  },
};

/**
 * Types as the compiler has them, spelled out: the analyzer writes down the words of the declaration, such as the name of
 * a type or the `T` of a generic class, and editors can offer nothing for these.
 */
const trueTypes = {
  name: 'true-types',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config;
    const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, '.');
    const program = ts.createProgram(
      modules.map(({ path }) => path),
      options,
    );
    const checker = program.getTypeChecker();
    for (const { path, declarations } of modules) {
      const module = checker.getSymbolAtLocation(program.getSourceFile(path));
      for (const { name, tagName, members, attributes } of declarations) {
        if (!tagName) continue;
        const symbol = checker.getExportsOfModule(module).find((exported) => exported.name === name);
        const instance = checker.getDeclaredTypeOfSymbol(symbol);
        for (const member of members.filter(({ attribute, name }) => attribute || name === 'data'))
          member.type = { text: spelled(checker, checker.getPropertyOfType(instance, member.name)) };
        for (const attribute of attributes) {
          const { type, default: initial } = members.find(({ name }) => name === attribute.fieldName);
          Object.assign(attribute, { type }, initial && { default: initial });
        }
      }
    }
  },
};

function spelled(checker, property) {
  const type = checker.getTypeOfSymbol(property);
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;
  const parts = (type.isUnion() ? type.types : [type]).map((part) =>
    checker.typeToString(part, undefined, flags),
  );
  const text = new Set(parts.map((part) => (part === 'true' || part === 'false' ? 'boolean' : part)));
  // What may be left out stands last, as one writes it.
  return [...text].sort((a, b) => Number(a === 'undefined') - Number(b === 'undefined')).join(' | ');
}

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
  globs: ['base', 'content-element', 'events', 'define', ...elements].map(
    (name) => `src/elements/${name}.ts`,
  ),
  outdir: '.',
  litelement: true,
  dependencies: false,
  plugins: [onlyPublic, definitions, trueTypes, shippedPaths],
};
