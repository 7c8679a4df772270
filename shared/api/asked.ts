import type { Operations } from './operations/index.ts';
import type { ROWS } from './rows.ts';

/** The name of an operation. */
export type OperationName = keyof Operations;

/** The parameters of a path: `/api/articles/{id}/log` has an `id`. */
type ParamsIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [Key in Name]: string | number } & ParamsIn<Rest>
  : unknown;

type QueryOf<Operation> = Operation extends { readonly query: infer Query } ? Query : unknown;

type JsonOf<Operation> = Operation extends { readonly json: infer Json } ? { readonly json: Json } : never;

type FormOf<Operation> = Operation extends { readonly form: infer Form } ? { readonly form: Form } : never;

/** Either of the two bodies; where there is none, nothing. */
type BodyOf<Operation> = Operation extends { readonly json: unknown } | { readonly form: unknown }
  ? JsonOf<Operation> | FormOf<Operation>
  : unknown;

/** What is asked with: the parameters of the path and of the query by their names, and a body under `json` or `form`. */
export type Asked<Name extends OperationName> = ParamsIn<(typeof ROWS)[Name]['path']> &
  QueryOf<Operations[Name]> &
  BodyOf<Operations[Name]>;

/** What is answered. */
export type Answered<Name extends OperationName> = Operations[Name]['answer'];

/** How something is asked. */
export interface Manner {
  /** To call it off: then it rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** The `Idempotency-Key`, to send something again in another run; without it a new one. */
  readonly key?: string;
  /** Told how many bytes of a form have been sent so far. */
  readonly told?: (sent: number) => void;
}

/** Operations that answer a page of a list. */
export type ListName = {
  readonly [Name in OperationName]: (typeof ROWS)[Name] extends { readonly list: string } ? Name : never;
}[OperationName];

/** One thing of a list. */
export type ItemOf<Name extends ListName> =
  Answered<Name> extends Readonly<Record<(typeof ROWS)[Name]['list'], readonly (infer Item)[]>> ? Item : never;

/** What an operation is called with: nothing where nothing has to be said. */
export type CalledWith<Name extends OperationName> =
  Record<never, never> extends Asked<Name>
    ? readonly [asked?: Asked<Name>, manner?: Manner]
    : readonly [asked: Asked<Name>, manner?: Manner];
