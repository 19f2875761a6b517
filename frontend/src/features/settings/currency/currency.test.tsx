import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api, type BaseUse, client, keys } from '@/api';
import { setLang } from '@/i18n';
import { CurrencySection } from './CurrencySection';

const setup = { base: 'CNY', zone: 'Asia/Shanghai', name: 'Sales' };
const change = { id: '', label: { en: '', zh: '' } };
let saveSetup: ReturnType<typeof spySave>;
const spySave = () => vi.spyOn(api.settings, 'saveSetup').mockResolvedValue(change);

beforeEach(() => {
  saveSetup = spySave();
  setLang('en');
  client.setQueryData(keys.setup, setup);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <CurrencySection />
      </QueryClientProvider>
    </MantineProvider>,
  );
});

afterEach(() => setLang('zh-CN'));

const choose = (use: BaseUse) => {
  vi.spyOn(api.settings, 'baseUse').mockResolvedValue(use);
  fireEvent.click(screen.getByLabelText('Base currency', { selector: 'input' }));
  fireEvent.click(screen.getByRole('option', { name: /USD/, hidden: true }));
};

it('says what another base currency does before it changes it', async () => {
  choose({ amounts: 12, rates: 2, fixed: 1500 });
  await screen.findByText('Change the base currency to USD?');
  screen.getByText(/Exchange rates here: 2\./);
  screen.getByText(/1,500/);
  expect(saveSetup).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('Change to USD'));
  await waitFor(() => expect(saveSetup).toHaveBeenCalledWith({ ...setup, base: 'USD' }));
});

it('changes nothing when that was not meant', async () => {
  choose({ amounts: 12, rates: 0, fixed: 0 });
  await screen.findByText('Change the base currency to USD?');
  expect(screen.queryByText(/Exchange rates here/)).toBeNull();
  fireEvent.click(screen.getByText('Cancel'));
  await waitFor(() => expect(screen.queryByText('Change to USD')).toBeNull());
  expect(saveSetup).not.toHaveBeenCalled();
});

it('does not ask in a file without amounts', async () => {
  choose({ amounts: 0, rates: 0, fixed: 0 });
  await waitFor(() => expect(saveSetup).toHaveBeenCalledWith({ ...setup, base: 'USD' }));
});
