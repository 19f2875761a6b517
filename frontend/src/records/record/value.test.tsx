import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { keys } from '@/api';
import type { FieldInfo } from '@/api/types';
import { Value } from './Value';

const types = [
  { key: 'pipeline', setup: true },
  { key: 'account', setup: false },
];

/** Draws a link to a record of a type. */
function show(type: string): void {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(keys.types, types);
  const field = { key: 'to', kind: 'link', target: type } as FieldInfo;
  render(
    <QueryClientProvider client={client}>
      <MantineProvider>
        <Value field={field} value={{ id: '1', type, title: 'Standard' }} />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

test('a link leads to its record', () => {
  show('account');
  expect(screen.getByRole('link').textContent).toBe('Standard');
});

test('what is set up in Settings is no page to lead to', () => {
  show('pipeline');
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByText('Standard')).toBeTruthy();
});
