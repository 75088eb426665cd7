/** What the manifest does not tell and the sources do: what names of types stand for, and what events carry. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import * as standfirst from '../../src/index.js';

export interface EventField {
  /** With its parameters, where it is a method. */
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) =>
    ts.createSourceFile(name, readFileSync(`src/${name}`, 'utf8'), ts.ScriptTarget.ES2022, true),
  );
const statements = files.flatMap((file) => [...file.statements]);
const classes = new Map(
  statements.filter(ts.isClassDeclaration).map((one) => [one.name?.text ?? '', one] as const),
);

/** Names of types that stand for a few words, with these. */
const choices = new Map(
  statements
    .filter(ts.isTypeAliasDeclaration)
    .filter(({ type }) => ts.isUnionTypeNode(type) && type.types.every(ts.isLiteralTypeNode))
    .map(({ name, type }) => [name.text, flat(type.getText())] as const),
);

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^\| /, '');
}

const base = (one: ts.ClassDeclaration): ts.ExpressionWithTypeArguments | undefined =>
  one.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];

const textOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => flat(ts.getTextOfJSDocComment(comment) ?? ''))
    .join(' ');

/** A type as a page shows it: that there may be none is told by its default. */
export function typeOf(className: string, type = ''): string {
  const given = base(classes.get(className) as ts.ClassDeclaration)?.typeArguments?.[0]?.getText() ?? 'T';
  return type
    .replace(/^T\b/, given)
    .split(' | ')
    .filter((one) => one !== 'undefined')
    .map((one) => choices.get(one) ?? one)
    .join(' | ');
}

/** Whether an event bubbles, and whether it can be prevented. */
export function eventInit(className: string): Event {
  const made = (standfirst as unknown as Record<string, new (...args: unknown[]) => Event>)[className];
  if (!made) throw new Error(`src/index.ts exports no ${className}`);
  // What it carries does not matter here.
  return new made({}, {}, {});
}

/** What an event carries beside what every event does. */
export function eventFields(className: string): EventField[] {
  const one = classes.get(className);
  if (!one) return [];
  const field = (name: string, type: ts.Node | undefined, node: ts.Node): EventField => ({
    name,
    type: typeOf(className, flat(type?.getText() ?? '')),
    description: textOf(node),
  });
  const own = one.members.flatMap((member): EventField[] => {
    if (ts.isConstructorDeclaration(member))
      return member.parameters
        .filter((parameter) => parameter.modifiers)
        .map((parameter) => field(parameter.name.getText(), parameter.type, parameter));
    if (ts.isPropertyDeclaration(member)) return [field(member.name.getText(), member.type, member)];
    if (!ts.isMethodDeclaration(member)) return [];
    const parameters = member.parameters.map((parameter) => parameter.getText()).join(', ');
    return [field(`${member.name.getText()}(${parameters})`, undefined, member)];
  });
  return [...eventFields(base(one)?.expression.getText() ?? ''), ...own];
}
