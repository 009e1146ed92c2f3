import type { Host } from '../native/host';
import { BuiltIn, define } from './base';
import { createButton } from './button';
import { WxCheckbox, WxCheckboxGroup, WxRadio, WxRadioGroup, WxSlider, WxSwitch } from './choices';
import { WxInput, WxTextarea } from './fields';
import { WxForm, WxLabel } from './form';
import { WxImage } from './image';
import { createNavigator } from './navigator';
import { WxPicker } from './picker';
import { WxRichText } from './richText';
import { WxScrollView } from './scrollView';
import { WxSwiper } from './swiper';

/** Defines every built-in tag; those without behaviour of their own are boxes. */
export function registerElements(tags: readonly string[], host: Host): void {
  const own: Record<string, CustomElementConstructor> = {
    image: WxImage,
    button: createButton(host),
    input: WxInput,
    textarea: WxTextarea,
    form: WxForm,
    label: WxLabel,
    checkbox: WxCheckbox,
    radio: WxRadio,
    'checkbox-group': WxCheckboxGroup,
    'radio-group': WxRadioGroup,
    switch: WxSwitch,
    slider: WxSlider,
    'scroll-view': WxScrollView,
    swiper: WxSwiper,
    'rich-text': WxRichText,
    picker: WxPicker,
    navigator: createNavigator(host),
  };
  for (const tag of tags) define(tag, own[tag] ?? class extends BuiltIn {});
  showHover();
}

/** `hover-class` while a finger is down. */
function showHover(): void {
  let hovered: { node: Element; classes: string[] }[] = [];
  const end = () => {
    for (const { node, classes } of hovered) node.classList.remove(...classes);
    hovered = [];
  };
  document.addEventListener(
    'touchstart',
    (event) => {
      for (let node = event.target as Element | null; node; node = node.parentElement) {
        const name = node instanceof BuiltIn ? node.text('hover-class', 'none') : 'none';
        const classes = name === 'none' ? [] : name.split(/\s+/).filter(Boolean);
        node.classList.add(...classes);
        hovered.push({ node, classes });
      }
    },
    { passive: true },
  );
  document.addEventListener('touchend', end);
  document.addEventListener('touchcancel', end);
}
