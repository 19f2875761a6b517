/**
 * Pictures of every screen for docs/gallery, in both languages and themes, and the page
 * that shows them. They are to be looked at, not compared by a machine.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from './kit/app.mjs';
import { openBoard, openList, screens } from './kit/screens.mjs';

export const name = 'pictures of every screen';
export const timeout = 900;
export const variants = [
  { name: 'zh', lang: 'zh-CN' },
  { name: 'en', lang: 'en' },
];

const THEMES = ['light', 'dark'];

/** Files of the workspace that the first screens are about. */
export async function run(context) {
  const { root, variant } = context;
  const folder = join(root, 'docs', 'gallery');
  mkdirSync(folder, { recursive: true });
  const app = await App.open(context);
  const shoot = async (name) => {
    for (const theme of THEMES) {
      await app.prefer({ theme });
      await app.page.mouse.move(0, 799);
      await app.page.screenshot({ path: join(folder, `${name}.${variant.name}.${theme}.png`) });
    }
    await app.prefer({ theme: 'light' });
  };
  await firstRun(app, shoot);
  await app.create({ sample: true });
  await app.save('lead', lead(app));
  for (const screen of screens) {
    await screen.open(app);
    await app.hush();
    await app.calm();
    await shoot(screen.name);
    await screen.close?.(app);
  }
  await dragging(app);
  await app.page.setViewportSize({ width: 1920, height: 1080 });
  await openBoard(app);
  await shoot('board.1920');
  await openList(app, 'contact');
  await shoot('list-contact.1920');
  shrink(folder, variant.name);
  page(root, folder);
}

const lead = (app) => ({
  name: app.say('Trade fair: palletiser', '展会询价：码垛机'),
  company: app.say('Baltic Beverages', '波罗的海饮料'),
  person: app.say('Ida Holm', '何依达'),
  mobile: '13800138000',
  email: 'ida@dealbox.example',
});

async function firstRun(app, shoot) {
  await app.prefer({ language: app.lang });
  await app.field('Your name', '你的姓名').fill(app.say('Zoe Fields', '张宇'));
  await shoot('first-run-1');
  await app.button('Next', '下一步').click();
  await shoot('first-run-2');
  await app.button('Create the file', '新建文件').click();
  await app.text('Drag your customer table here', '把你的客户表拖进来').waitFor();
  await shoot('first-run-3');
  await app.button(/^Start empty/, /^空白开始/).click();
}

/** A card in the air, with the places that it can go to. */
async function dragging(app) {
  const { page } = app;
  await openBoard(app);
  const cards = page.locator('[data-card]');
  for (const theme of THEMES) {
    await app.prefer({ theme });
    const from = await cards.first().boundingBox();
    const to = await page.locator('[data-stage]').nth(2).boundingBox();
    await page.mouse.move(from.x + 60, from.y + 30);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + 60, { steps: 4 });
    await page.mouse.move(to.x + 120, to.y + 160, { steps: 8 });
    await app.calm();
    await page.screenshot({
      path: join(
        app.context.root,
        'docs',
        'gallery',
        `board-drag.${app.context.variant.name}.${theme}.png`,
      ),
    });
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  await app.prefer({ theme: 'light' });
}

/** 256 colours make the pictures a third of the size. Without ImageMagick they stay as they are. */
function shrink(folder, language) {
  const files = readdirSync(folder).filter((file) => file.includes(`.${language}.`));
  for (const file of files.map((one) => join(folder, one))) {
    try {
      execFileSync('convert', [file, '-strip', '+dither', '-colors', '256', `PNG8:${file}`]);
    } catch (error) {
      if (error.code === 'ENOENT') return;
      throw error;
    }
  }
}

/** The design's pictures that screens are held beside, by the name of the screen. They lie in
 * docs/gallery/design; some are there in English, dark or both too. */
const DESIGNS = {
  board: '02-board',
  'board-drag': '02-board',
  'board.1920': '02-board.1920',
  'list-selected': '03-list',
  'list-contact.1920': '03-list.1920',
  'record-opportunity': '04-record',
  import: '05-import',
  'first-run-3': '10-first-run',
  'settings-pipeline': '11-settings',
  'list-nothing': '13-states',
};

const HEAD = `# Gallery

Every screen in both languages and themes, on the sample data, at 1280×800 unless its name
says otherwise. Made by \`node frontend/e2e/run.mjs --suite gallery\` and looked at. Where the
design has a picture of a screen, it stands first. Those pictures show the whole product;
what does not work yet is not there.
`;

/** Writes docs/gallery.md from the pictures that there are. */
function page(root, folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.zh.light.png'));
  const names = files.map((file) => file.replace('.zh.light.png', '')).sort();
  const shown = (file, alt) => (existsSync(join(folder, file)) ? `![${alt}](gallery/${file})` : '');
  const line = (name, lang, theme) => {
    const own = shown(`${name}.${lang}.${theme}.png`, `${name}, ${lang}, ${theme}`);
    const like = `${lang === 'en' ? '.en' : ''}${theme === 'dark' ? '.dark' : ''}`;
    const design = shown(`design/${DESIGNS[name]}${like}.png`, `design of ${name}${like}`);
    return DESIGNS[name] ? `| ${design} | ${own} |` : own;
  };
  const section = (name) => {
    const of = (lang, theme) => line(name, lang, theme);
    const rows = DESIGNS[name]
      ? ['| Design | Dealbox |', '| --- | --- |', of('zh', 'light'), of('zh', 'dark')].concat(
          of('en', 'light'),
          of('en', 'dark'),
        )
      : [
          '| 中文 | English |',
          '| --- | --- |',
          `| ${of('zh', 'light')} | ${of('en', 'light')} |`,
          `| ${of('zh', 'dark')} | ${of('en', 'dark')} |`,
        ];
    return `## ${name}\n\n${rows.join('\n')}\n`;
  };
  writeFileSync(join(root, 'docs', 'gallery.md'), `${HEAD}\n${names.map(section).join('\n')}`);
}
