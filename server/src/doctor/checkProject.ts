import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PlatformConfigs } from '../platform/config';
import { emptyReport, join, type Report } from './report';

interface Target {
  platform: 'weapp' | 'alipay' | 'tt';
  title: string;
  variable: string;
  appId: string;
  /** The project's own file, and the one that the build writes beside the package. */
  files: string[];
}

/**
 * The files that developer tools open: whose app it is, and which server the packages call. What was not built here is
 * not looked at. `root` is the project's folder.
 */
export async function checkProject(
  root: string,
  configs: PlatformConfigs,
  { PUBLIC_URL, TARO_APP_API }: Record<string, string | undefined>,
): Promise<Report> {
  const own = emptyReport();
  const api = PUBLIC_URL?.replace(/\/$/, '');
  if (TARO_APP_API && api && TARO_APP_API.replace(/\/$/, '') !== api) {
    own.faults.push({ name: 'TARO_APP_API', text: `要与 PUBLIC_URL 一样（${api}）：小程序请求的就是这个域名` });
  }
  return join([own, ...(await Promise.all(targetsOf(configs).map((target) => checkTarget(root, target, api))))]);
}

function targetsOf({ weapp, alipay, tt }: PlatformConfigs): Target[] {
  const targets: Target[] = [];
  const add = (platform: Target['platform'], title: string, variable: string, appId: string, built: string) =>
    targets.push({
      platform,
      title,
      variable,
      appId,
      files: [`project.${platform === 'weapp' ? 'config' : platform}.json`, `dist/${platform}/${built}`],
    });
  if (weapp) add('weapp', '微信', 'WEAPP_APP_ID', weapp.WEAPP_APP_ID, 'project.config.json');
  if (alipay) add('alipay', '支付宝', 'ALIPAY_APP_ID', alipay.ALIPAY_APP_ID, 'mini.project.json');
  if (tt) add('tt', '抖音', 'TT_APP_ID', tt.TT_APP_ID, 'project.config.json');
  return targets;
}

async function checkTarget(root: string, target: Target, api: string | undefined): Promise<Report> {
  const report = emptyReport();
  for (const name of target.files) {
    const appId = await appIdIn(path.join(root, name));
    if (appId === undefined) continue;
    if (appId === target.appId) report.fine.push({ name, text: `AppID 与 ${target.variable} 一致` });
    else report.faults.push({ name, text: `AppID 是 ${appId}，${target.variable} 是 ${target.appId}，请改成一样的` });
  }
  const name = `dist/${target.platform}`;
  const folder = path.join(root, name);
  if (!(await stat(path.join(folder, 'app.json')).catch(() => null))) {
    report.advice.push({ name, text: `这里没有构建过${target.title}小程序，没有检查它的包` });
  } else if (api) {
    const isThere = await holds(folder, api);
    if (isThere) report.fine.push({ name, text: `请求的是 ${api}` });
    else
      report.faults.push({
        name,
        text: `包里没有 ${api}，请用 TARO_APP_API=${api} npm run build:${target.platform} 重新构建`,
      });
  }
  return report;
}

/** Undefined when there is no file, or none that names an app: Alipay's tool asks when it opens the project. */
async function appIdIn(file: string): Promise<string | undefined> {
  try {
    const { appid } = JSON.parse(await readFile(file, 'utf8')) as { appid?: unknown };
    return typeof appid === 'string' ? appid : undefined;
  } catch {
    return undefined;
  }
}

/** Whole: `https://shop.cn` is not in a package that calls `https://shop.cn.example`. */
async function holds(folder: string, api: string): Promise<boolean> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const text = await readFile(path.join(folder, name), 'utf8');
    for (let at = text.indexOf(api); at >= 0; at = text.indexOf(api, at + 1)) {
      if (/^\/?["'`]/.test(text.slice(at + api.length, at + api.length + 2))) return true;
    }
  }
  return false;
}
