import { App, languages } from './kit/app.mjs';
import { layoutFaults } from './kit/layout.mjs';
import { visitAll } from './kit/screens.mjs';

export const name = 'every screen is whole at 1024×640, 1280×800 and 1920×1080';
export const timeout = 300;
export const variants = languages;

const SIZES = [
  { width: 1024, height: 640 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

export async function run(context) {
  const app = await App.open(context);
  const look = async (name) => {
    const faults = [];
    for (const size of SIZES) {
      await app.page.setViewportSize(size);
      await app.calm();
      const found = await app.page.evaluate(layoutFaults);
      faults.push(...found.map((fault) => `${name} at ${size.width}×${size.height}: ${fault}`));
    }
    await app.page.setViewportSize(SIZES[1]);
    return faults;
  };
  const faults = await look('first-run-1');
  await app.button('Next', '下一步').click();
  faults.push(...(await look('first-run-2')));
  await app.create({ sample: true });
  await app.save('lead', { name: 'Grace Hopper' });
  faults.push(...(await visitAll(app, look)));
  if (faults.length > 0) throw new Error(`${faults.length} faults\n${faults.join('\n')}`);
}
