import { createContext, useContext } from 'react';

/** Path within the edited value, `props.items.0.link`, and what is wrong there. */
export type FormErrors = ReadonlyMap<string, string>;

const Errors = createContext<FormErrors>(new Map());
export const FormErrorsProvider = Errors.Provider;

/** What is wrong at a place, or with `isDeep` below it. */
export function useErrorAt(path: string, isDeep = false): string | undefined {
  const errors = useContext(Errors);
  const here = errors.get(path);
  if (here !== undefined || !isDeep) return here;
  return [...errors].find(([place]) => place.startsWith(`${path}.`))?.[1];
}
