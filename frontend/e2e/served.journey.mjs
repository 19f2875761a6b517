export const name = 'the served page is for the holder of the link alone';

export const variants = [
  { name: 'English', lang: 'en' },
  { name: '中文', lang: 'zh-CN' },
];

export async function run({ open, forgive, variant, browser, expect }) {
  const page = await open({ lang: variant.lang });
  const address = new URL(page.url()).origin;
  expect(page.url().includes('token'), 'the token does not stay in the address').toBe(false);
  await page.getByText(/\p{L}/u).first().waitFor();

  const stranger = await browser.newContext();
  const answer = await stranger.request.get(`${address}/`);
  expect(answer.status(), 'a visit without the link').toBe(401);
  const call = await stranger.request.post(`${address}/api/Files/State`, { data: [] });
  expect(call.status(), 'a call without the link').toBe(401);
  await stranger.close();

  const other = await page.evaluate(
    async () => (await fetch('/api/Nothing/AtAll', { method: 'POST', body: '[]' })).status,
  );
  expect(other, 'a call of what is not there').toBe(404);
  forgive(/404/);
}
