import { useQuery } from '@tanstack/react-query';
import { client } from './client';
import { keys } from './keys';
import { api } from './services';
import type { FieldInfo, TypeInfo } from './types';

const NONE: TypeInfo[] = [];

/** All record types in the order in which they are declared; empty while they load. */
export function useTypes(): TypeInfo[] {
  return useQuery({ queryKey: keys.types, queryFn: () => api.schema.types() }).data ?? NONE;
}

/** One record type by its key, or undefined while types load or when there is none. */
export function useType(key: string): TypeInfo | undefined {
  return useTypes().find((type) => type.key === key);
}

/** A field of a type by its key. */
export function fieldOf(type: TypeInfo | undefined, key: string): FieldInfo | undefined {
  return type?.fields.find((field) => field.key === key);
}

/** Asks for the schema again, after fields or choices were changed. */
export function schemaChanged(): Promise<void> {
  return client.invalidateQueries({ queryKey: keys.types });
}
