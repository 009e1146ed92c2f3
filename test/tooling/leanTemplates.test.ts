import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDouyinButtons, leanTemplate, withoutSpaces } from '../../config/leanTemplates';

const words = new Set(['hoverclass', 'ontouchstart', 'catchmove', 'scrolly']);
const kept = (template: string) =>
  [...leanTemplate(template, words).matchAll(/ ([\w:-]+)="/g)].map((match) => match[1]);

describe('lean templates', () => {
  it('keep an attribute whose prop is written in the sources, on every host', () => {
    expect(kept('<view hover-class="{{i.p1}}" bindtouchstart="eh" catchtouchmove="eh">')).toEqual([
      'hover-class',
      'bindtouchstart',
      'catchtouchmove',
    ]);
    expect(kept('<view hover-class="{{i.p1}}" onTouchStart="eh" catchTouchMove="eh">')).toEqual([
      'hover-class',
      'onTouchStart',
      'catchTouchMove',
    ]);
  });

  it('drop the others and leave what lies between them', () => {
    const template = '<view bindlongpress="eh" scroll-y="{{xs.b(i.p35,!1)}}" animation="{{i.p0}}"><block/></view>';
    expect(leanTemplate(template, words)).toBe('<view scroll-y="{{xs.b(i.p35,!1)}}"><block/></view>');
  });

  it('always keep what Taro needs itself', () => {
    const template =
      '<view style="{{i.st}}" class="{{i.cl}}" bindtap="eh" id="{{i.uid||i.sid}}" data-sid="{{i.sid}}">' +
      '<template is="{{xs.a(c, item.nn, l)}}" data="{{i:item}}" wx:for="{{i.cn}}" wx:key="sid"/></view>';
    expect(leanTemplate(template, words)).toBe(template);
  });

  it('Douyin buttons carry the account that their chat talks to, and tell how a broadcast was opened', () => {
    const button = addDouyinButtons('<button open-type="{{i.p1}}">');
    expect(leanTemplate(button, new Set(['opentype', 'onopenwebcastroom']))).toBe(
      '<button data-im-id="{{i.dataImId}}" bindopenwebcastroom="eh" open-type="{{i.p1}}">',
    );
  });

  it('lose the space between tags and nothing else', () => {
    const template = '\n<view onTap="eh">\n  <text>{{ i.v }}  a</text>\n <input /></view>\n';
    expect(withoutSpaces(template)).toBe('<view onTap="eh"><text>{{ i.v }}  a</text><input/></view>');
  });

  it('name an event once, which some hosts of Taro do twice', () => {
    expect(leanTemplate('<view bindtap="eh" bindtap="eh"><text bindtap="eh"/></view>', words)).toBe(
      '<view bindtap="eh"><text bindtap="eh"/></view>',
    );
  });

  it('the Alipay package spells its events as Alipay does', () => {
    const template = readFileSync(path.join(__dirname, '..', '..', 'dist', 'alipay', 'base.axml'), 'utf8');
    for (const attribute of ['onTap', 'onInput', 'onGetAuthorize', 'onError'])
      expect(template).toContain(` ${attribute}="`);
    // Taro's own spelling of an event that Alipay does not have
    expect(template.replace(' onagreeprivacyauthorization=', '')).not.toMatch(/ (on|catch)[a-z]\w*="/);
  });

  it('the WeChat package still has the attributes its pages use', () => {
    const template = readFileSync(path.join(__dirname, '..', '..', 'dist', 'weapp', 'base.wxml'), 'utf8');
    for (const attribute of ['scroll-y', 'bindscrolltolower', 'lazy-load', 'bindinput', 'autoplay', 'catchtouchmove'])
      expect(template).toContain(` ${attribute}="`);
    expect(template).not.toContain('safe-password');
  });
});
