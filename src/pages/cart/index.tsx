import { View } from '@tarojs/components';

export default function Page() {
  return <View>购物袋</View>;
}
