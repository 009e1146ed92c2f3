import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { THEMES } from '@jishi/contract/plain/layouts';
import { Chip } from '@/components/Chip';
import { Page } from '@/components/Page';
import { readTheme, useTheme } from '@/components/theme';
import { Choices } from './Choices';
import { Controls } from './Controls';
import { Goods } from './Goods';
import { States } from './States';
import { Words } from './Words';
import css from './index.module.scss';

const PARTS = { controls: Controls, choices: Choices, words: Words, goods: Goods, states: States };
type Part = keyof typeof PARTS;
const isPart = (text: string | undefined): text is Part => text !== undefined && text in PARTS;

/** Every component in every state, for whoever changes one. Development builds alone have this page. */
export default function Gallery() {
  const { params } = useRouter();
  const [part, setPart] = useState<Part>(isPart(params.part) ? params.part : 'controls');
  const theme = useTheme((state) => state.theme.name);
  useEffect(() => {
    const asked = THEMES.find((one) => one === params.theme);
    if (asked) useTheme.setState({ theme: readTheme({ name: asked }) });
  }, [params.theme]);

  const Shown = PARTS[part];
  return (
    <Page title="组件">
      <View className={css.chips}>
        {THEMES.map((one) => (
          <View key={one} className={css.chip}>
            <Chip isOn={one === theme} onTap={() => useTheme.setState({ theme: readTheme({ name: one }) })}>
              {one}
            </Chip>
          </View>
        ))}
      </View>
      <View className={css.chips}>
        {Object.keys(PARTS).map((one) => (
          <View key={one} className={css.chip}>
            <Chip isOn={one === part} onTap={() => setPart(one as Part)}>
              {one}
            </Chip>
          </View>
        ))}
      </View>
      <Shown />
    </Page>
  );
}
