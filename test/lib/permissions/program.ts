import path from 'node:path';
import { Project, ts } from 'ts-morph';

export const root = path.join(import.meta.dirname, '../../..');

const open = (): ts.Program => {
  const project = new Project({
    tsConfigFilePath: path.join(root, 'tsconfig.json'),
    skipAddingFilesFromTsConfig: true,
  });
  project.addSourceFilesAtPaths(path.join(root, 'lambdas/*/*.lambda.ts'));
  project.resolveSourceFileDependencies();
  return project.getProgram().compilerObject;
};

let opened: ts.Program | undefined;

/** All entries of lambdas/ with what they import, types resolved. Made once: it takes seconds. */
export const program = (): ts.Program => (opened ??= open());

/** Code of this project: not a library, and no mere type. */
export const isOurs = (node: ts.Node): boolean => {
  const { fileName, isDeclarationFile } = node.getSourceFile();
  return !isDeclarationFile && !fileName.includes('/node_modules/');
};

/** The declaration that a name leads to, through imports. */
export const declarationsOf = (name: ts.Node): readonly ts.Declaration[] => {
  const checker = program().getTypeChecker();
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  if (!symbol) return [];
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return real.declarations ?? [];
};

/** What an expression is, without what only says its type or waits for it. */
export const bare = (node: ts.Expression): ts.Expression => {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAwaitExpression(node)
  )
    return bare(node.expression);
  return node;
};

export type Callable = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration;

export const isCallable = (node: ts.Node): node is Callable =>
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node);
