import { pairs } from '@/i18n';

/** The words of the first run. */
export const words = pairs({
  product: ['Dealbox', '商机匣'],
  step: ['Step {step} of 3', '第 {step} 步，共 3 步'],
  skip: ['Skip', '跳过'],
  next: ['Next', '下一步'],
  back: ['Back', '上一步'],
  or: ['or', '或者'],
  onlyHere: ['Only on this computer: {path}', '只存在这台电脑：{path}'],
  noAccount: ['No account, no internet needed', '不用注册，不用联网'],

  welcome: ['Welcome to Dealbox', '欢迎使用商机匣'],
  welcomeText: [
    'Your customers and opportunities in one file, on this computer.',
    '客户和商机都在一个文件里，就存在这台电脑上。',
  ],
  language: ['Language', '语言'],

  fileTitle: ['Where your work is kept', '工作放在哪个文件里'],
  fileText: [
    'One file holds everything. You can copy, move and back it up like any other.',
    '一个文件装下全部内容，像普通文件一样复制、移动、备份。',
  ],
  create: ['Create the file', '新建文件'],
  openOther: ['Open a file…', '打开已有文件…'],
  openOtherNote: ['One you already have', '你或同事的 .dealbox 文件'],
  missing: ['Not found · locate it', '找不到，点此定位'],

  dataTitle: ['Drag your customer table here', '把你的客户表拖进来'],
  dataText: [
    'Excel or CSV. Columns are recognised; you see everything before it is imported and can undo it.',
    'Excel、CSV 都行。自动认出列名，先预览再导入，随时可撤销。',
  ],
  dropHere: ['Drop a file here', '把文件拖到这里'],
  dropTypes: ['.xlsx .csv .tsv .txt .json', '.xlsx .csv .tsv .txt .json'],
  dropNow: ['Drop it to import', '松开，开始导入'],
  dropNowText: ['The preview comes next', '接着就能预览'],
  choose: ['Choose a file…', '选择文件…'],
  chooseNote: ['.xlsx .csv .json', '.xlsx .csv .json'],
  sample: ['Use sample data', '用示例数据'],
  sampleNote: ['Removed again in one click', '随时一键清除'],
  empty: ['Start empty', '空白开始'],
  emptyNote: ['With your first opportunity', '从第一个商机写起'],
});
