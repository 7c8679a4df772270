import jsep, { type CoreExpression, type Expression } from 'jsep';
import { FORMULA_LIMIT } from '../../shared/calculation.ts';
import { type Place, Trouble } from './trouble.ts';

/** A sign between two things. */
export type Sign = '+' | '-' | '*' | '/' | '^';

/** A formula as it is read: this much and nothing else can be in one. */
export type Tree = Place &
  (
    | { readonly type: 'number'; readonly text: string }
    | { readonly type: 'name'; readonly name: string }
    | { readonly type: 'minus' | 'percent'; readonly of: Tree }
    | { readonly type: 'signed'; readonly sign: Sign; readonly left: Tree; readonly right: Tree }
    | { readonly type: 'call'; readonly name: string; readonly of: readonly Tree[] }
  );

jsep.removeAllUnaryOps();
jsep.removeAllBinaryOps();
jsep.removeAllLiterals();
for (const sign of ['-', '+']) jsep.addUnaryOp(sign);
for (const sign of ['+', '-']) jsep.addBinaryOp(sign, 9);
for (const sign of ['*', '/']) jsep.addBinaryOp(sign, 10);
jsep.addBinaryOp('^', 11, true);

/** Where the things that are being read began; jsep itself keeps no places. */
let begun: number[] = [];

jsep.hooks.add('gobble-token', function (env) {
  begun.push(this.index);
  // Else jsep reads a number without telling.
  if (/[\d.]/.test(this.char)) env.node = this.gobbleNumericLiteral() as Expression;
});

jsep.hooks.add('after-token', function (env) {
  const at = begun.pop() ?? 0;
  if (!env.node) return;
  this.gobbleSpaces();
  const placed = (node: Expression): Expression => {
    const to = this.expr.slice(0, this.index).trimEnd().length;
    return { ...node, at, to };
  };
  env.node = placed(env.node);
  for (; this.char === '%'; this.gobbleSpaces()) {
    this.index += 1;
    env.node = placed({ type: 'Percent', of: env.node });
  }
});

const placeOf = (node: Expression): Place => {
  if (typeof node.at === 'number' && typeof node.to === 'number') return { at: node.at, to: node.to };
  const { left, right } = node as { left?: Expression; right?: Expression };
  return left && right ? { at: placeOf(left).at, to: placeOf(right).to } : { at: 0, to: 0 };
};

const SIGNS: readonly string[] = ['+', '-', '*', '/', '^'] satisfies readonly Sign[];
const isSign = (sign: string): sign is Sign => SIGNS.includes(sign);

type Read = CoreExpression | (Expression & { readonly type: 'Percent'; readonly of: Expression });

const treeOf = (expression: Expression, source: string): Tree => {
  const place = placeOf(expression);
  const node = expression as Read;
  switch (node.type) {
    case 'Literal':
      if (!/^(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})$/.test(node.raw)) throw new Trouble('number', place);
      return { type: 'number', text: node.raw.replace(/^\./, '0.').replace(/\.$/, ''), ...place };
    case 'Identifier':
      return { type: 'name', name: node.name, ...place };
    case 'Percent':
      return { type: 'percent', of: treeOf(node.of, source), ...place };
    case 'UnaryExpression': {
      const of = treeOf(node.argument, source);
      return node.operator === '-' ? { type: 'minus', of, ...place } : of;
    }
    case 'BinaryExpression': {
      const sign = node.operator;
      if (!isSign(sign)) throw new Trouble('not-allowed', place);
      // -2^2 is 4 to some and -4 to others.
      if (sign === '^' && source[placeOf(node.left).at] === '-') throw new Trouble('brackets', place);
      return { type: 'signed', sign, left: treeOf(node.left, source), right: treeOf(node.right, source), ...place };
    }
    case 'CallExpression': {
      if (node.callee.type !== 'Identifier') throw new Trouble('not-allowed', place);
      const of = node.arguments.map((each) => treeOf(each, source));
      return { type: 'call', name: String(node.callee.name), of, ...place };
    }
    case 'Compound':
    case 'SequenceExpression': {
      const second = (node.type === 'Compound' ? node.body : node.expressions)[1];
      const at = second ? placeOf(second).at : 0;
      const isComma = /\d\s*,\s*$/.test(source.slice(0, at));
      throw new Trouble(isComma ? 'comma' : 'missing-sign', { at: Math.max(0, at - 1), to: at + 1 });
    }
    default:
      throw new Trouble('not-allowed', place);
  }
};

/** The same formula in the signs that are read, place by place. */
const plain = (formula: string): string =>
  formula
    .replaceAll(/[×·⋅∙]/g, '*')
    .replaceAll(/[÷∶]/g, '/')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/[\u00a0\u2007\u202f\u2009]/g, ' ');

const isPlaced = (error: unknown): error is { readonly index: number } =>
  typeof error === 'object' && error !== null && 'index' in error && typeof error.index === 'number';

/** Reads a formula: nothing of it is run. Throws `Trouble` with its place. */
export const readFormula = (formula: string): Tree => {
  if (formula.length > FORMULA_LIMIT) throw new Trouble('too-long', { at: FORMULA_LIMIT, to: formula.length });
  const source = plain(formula);
  if (source.trim() === '') throw new Trouble('empty', { at: 0, to: 0 });
  begun = [];
  let read: Expression;
  try {
    read = jsep(source);
  } catch (error) {
    if (!isPlaced(error)) throw error;
    const at = Math.min(error.index, source.length);
    throw new Trouble(
      at >= source.trimEnd().length ? 'unfinished' : 'unexpected',
      { at, to: at + 1 },
      { sign: source[at] ?? '' },
    );
  }
  return treeOf(read, source);
};
