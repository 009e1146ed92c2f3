import type { AppConfig, TabItem, WindowConfig } from '../protocol';
import { assetUrl, element } from './dom';

export const NAV_HEIGHT = 68;
export const TAB_HEIGHT = 50;
export const STATUS_HEIGHT = 20;

export interface BarState {
  path: string;
  title: string;
  background: string;
  color: string;
  /** `navigationStyle: custom`: the page draws its own bar. */
  custom: boolean;
  depth: number;
}

export const initialBar = (path: string, config: WindowConfig): BarState => ({
  path,
  title: config.navigationBarTitleText ?? '',
  background: config.navigationBarBackgroundColor ?? '#fff',
  color: config.navigationBarTextStyle === 'white' ? '#fff' : '#000',
  custom: config.navigationStyle === 'custom',
  depth: 1,
});

const plainPath = (path: string) => path.replace(/^\//, '');

/** The host's own chrome: navigation bar above, tab bar below. */
export class Bars {
  readonly tabs: TabItem[];
  private readonly nav = element('div', 'mp-nav');
  private readonly back = element('span', 'back', '‹');
  private readonly title = element('span', 'title');
  private readonly tabBar = element('div', 'mp-tabbar');
  private readonly badges = new Map<number, string>();
  private tabsShown = true;
  private state: BarState | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly actions: { back(): void; switchTab(path: string): void },
  ) {
    this.tabs = config.tabBar?.list ?? [];
    this.nav.append(this.back, this.title);
    this.back.addEventListener('click', actions.back);
    document.body.append(this.nav, this.tabBar);
  }

  tabIndex(path: string): number {
    return this.tabs.findIndex((tab) => plainPath(tab.pagePath) === path);
  }

  get hasOwnTabBar(): boolean {
    return this.tabs.length > 0 && !this.config.tabBar?.custom;
  }

  setBadge(index: number, text: string | undefined): void {
    if (text) this.badges.set(index, text);
    else this.badges.delete(index);
    this.draw(this.state);
  }

  showTabs(shown: boolean): void {
    this.tabsShown = shown;
    this.draw(this.state);
  }

  draw(state: BarState | undefined): void {
    if (!state) return;
    this.state = state;
    this.nav.style.display = state.custom ? 'none' : '';
    this.title.textContent = state.title;
    this.nav.style.background = state.background;
    this.nav.style.color = state.color;
    this.back.style.display = state.depth > 1 ? '' : 'none';
    const tab = this.hasOwnTabBar ? this.tabIndex(state.path) : -1;
    const root = document.documentElement.style;
    root.setProperty('--nav', state.custom ? '0px' : `${NAV_HEIGHT}px`);
    root.setProperty('--tab', tab >= 0 ? `${TAB_HEIGHT}px` : '0px');
    this.drawTabs(tab);
  }

  private drawTabs(current: number): void {
    this.tabBar.style.display = current >= 0 && this.tabsShown ? '' : 'none';
    const { color, selectedColor, backgroundColor } = this.config.tabBar ?? {};
    this.tabBar.style.background = backgroundColor ?? '#fff';
    const cells = this.tabs.map((tab, index) => {
      const cell = element('div', '');
      cell.dataset.tab = String(index);
      cell.style.color = (index === current ? selectedColor : color) ?? '';
      const icon = (index === current && tab.selectedIconPath) || tab.iconPath;
      if (icon) {
        const image = document.createElement('img');
        image.src = assetUrl(icon);
        cell.append(image);
      }
      cell.append(element('span', '', tab.text));
      const badge = this.badges.get(index);
      if (badge) cell.append(element('b', 'badge', badge));
      cell.addEventListener('click', () => this.actions.switchTab(plainPath(tab.pagePath)));
      return cell;
    });
    this.tabBar.replaceChildren(...cells);
  }
}
