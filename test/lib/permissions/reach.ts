import { ts } from 'ts-morph';
import { bare, declarationsOf, isCallable, isOurs, program, type Callable } from './program.ts';

/** A value of the SDK that some reachable code makes or hands on, with what it was given. */
export type Mention = { name: string; library: string; made: boolean; input: ts.Expression | undefined };

/** What one entry can come to. */
export type Reach = {
  mentions: Mention[];
  /** Object literals that are reached. */
  literals: ts.ObjectLiteralExpression[];
  /** Calls that are reached, by the function that each leads to. */
  callsOf: Map<ts.Node, ts.CallExpression[]>;
};

const libraryOf = (declaration: ts.Declaration): string | undefined =>
  /\/node_modules\/(@aws-sdk\/[\w-]+)\//.exec(declaration.getSourceFile().fileName)?.[1];

/** A member of a type of ours. */
const isPort = (declaration: ts.Declaration): boolean =>
  isOurs(declaration) && (ts.isPropertySignature(declaration) || ts.isMethodSignature(declaration));

/** A function, or a call that makes one, as the value of a property of an object with a declared type. */
const memberOf = (property: ts.ObjectLiteralElementLike): readonly ts.Declaration[] => {
  if (!property.name || !ts.isObjectLiteralExpression(property.parent)) return [];
  const checker = program().getTypeChecker();
  const type = checker.getContextualType(property.parent);
  const member = type?.getProperty(property.name.getText());
  if (!member) return [];
  const isFunction = checker.getTypeOfSymbol(member).getCallSignatures().length > 0;
  // Whom a library calls is not known: what it is given counts as called.
  return isFunction ? (member.declarations ?? []).filter(isPort) : [];
};

const valueOf = (property: ts.ObjectLiteralElementLike): ts.Node | undefined => {
  if (ts.isPropertyAssignment(property)) return property.initializer;
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isMethodDeclaration(property) ? property : undefined;
};

/** The functions that a declaration stands for. */
const callablesOf = (declaration: ts.Node): Callable[] => {
  if (isCallable(declaration)) return [declaration];
  if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyAssignment(declaration)) return [];
  const { initializer } = declaration;
  return initializer && isCallable(bare(initializer)) ? [bare(initializer) as Callable] : [];
};

/**
 * Follows everything that an entry can come to: names to what they declare, and members of a port from where one is
 * asked for to each object that is made with it. Which of two objects with the same port is meant is not told apart,
 * so this is an upper bound.
 */
export class Walk {
  readonly reach: Reach = { mentions: [], literals: [], callsOf: new Map() };
  private readonly seen = new Set<ts.Node>();
  private readonly asked = new Set<ts.Node>();
  /** Values of members, until somebody asks for the member. */
  private readonly waiting = new Map<ts.Node, ts.Node[]>();
  private readonly membersOf = new Map<ts.Node, ts.Node[]>();
  private readonly calls: { callee: ts.Expression; call: ts.CallExpression }[] = [];
  private readonly entry: ts.SourceFile;

  constructor(entry: ts.SourceFile) {
    this.entry = entry;
    this.visit(entry);
    for (const { callee, call } of this.calls) this.noteCall(callee, call);
  }

  private noteCall(callee: ts.Expression, call: ts.CallExpression): void {
    const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    for (const declaration of declarationsOf(name))
      for (const each of [declaration, ...(this.membersOf.get(declaration) ?? [])])
        for (const callable of callablesOf(each)) {
          const all = this.reach.callsOf.get(callable) ?? [];
          this.reach.callsOf.set(callable, [...all, call]);
        }
  }

  private ask(declaration: ts.Node): void {
    if (this.asked.has(declaration)) return;
    this.asked.add(declaration);
    for (const value of this.waiting.get(declaration) ?? []) this.visit(value);
  }

  private postpone(members: readonly ts.Declaration[], property: ts.ObjectLiteralElementLike, value: ts.Node): void {
    for (const member of members) {
      this.membersOf.set(member, [...(this.membersOf.get(member) ?? []), property]);
      if (this.asked.has(member)) this.visit(value);
      else this.waiting.set(member, [...(this.waiting.get(member) ?? []), value]);
    }
  }

  private follow(declaration: ts.Declaration): void {
    if (ts.isPropertySignature(declaration) || ts.isMethodSignature(declaration)) this.ask(declaration);
    else if (isOurs(declaration) && !ts.isSourceFile(declaration) && !ts.isParameter(declaration)) {
      this.ask(declaration);
      this.visit(declaration, true);
    }
  }

  private mention(name: ts.Identifier): boolean {
    const declaration = declarationsOf(name)[0];
    const library = declaration && libraryOf(declaration);
    if (library === undefined || !/^paginate[A-Z]|Command$/.test(name.text)) return false;
    const { parent } = name;
    if (ts.isImportSpecifier(parent) || ts.isTypeReferenceNode(parent)) return true;
    const made = ts.isNewExpression(parent) || (ts.isCallExpression(parent) && parent.expression === name);
    const given = made ? parent.arguments : undefined;
    const input = given?.[name.text.startsWith('paginate') ? 1 : 0];
    this.reach.mentions.push({ name: name.text.replace(/^paginate|Command$/g, ''), library, made, input });
    return true;
  }

  private bind(pattern: ts.ObjectBindingPattern): void {
    const type = program().getTypeChecker().getTypeAtLocation(pattern);
    for (const { propertyName, name } of pattern.elements) {
      const member = type.getProperty((propertyName ?? name).getText());
      for (const declaration of member?.declarations ?? []) this.follow(declaration);
    }
  }

  private visit(node: ts.Node, isMeant = false): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || this.seen.has(node)) return;
    this.seen.add(node);
    // A function that is declared is no function that is called.
    if (
      !isMeant &&
      callablesOf(node).length > 0 &&
      (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node))
    ) {
      this.seen.delete(node);
      return;
    }
    if (ts.isIdentifier(node)) {
      if (!this.mention(node)) for (const declaration of declarationsOf(node)) this.follow(declaration);
      return;
    }
    if (ts.isObjectBindingPattern(node)) this.bind(node);
    if (ts.isCallExpression(node)) this.calls.push({ callee: node.expression, call: node });
    if (ts.isObjectLiteralExpression(node)) this.object(node);
    else ts.forEachChild(node, (child) => this.visit(child));
  }

  private object(node: ts.ObjectLiteralExpression): void {
    this.reach.literals.push(node);
    for (const property of node.properties) {
      const value = valueOf(property);
      // An entry brings everything together, and all of it is there to be called.
      const members = node.getSourceFile() === this.entry ? [] : memberOf(property);
      if (value && members.length > 0) this.postpone(members, property, value);
      else ts.forEachChild(property, (child) => this.visit(child));
    }
  }
}
