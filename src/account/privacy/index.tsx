import { Page } from '@/components/Page';
import { Passage } from '../Passage';

/** What the shop really keeps. Whoever keeps something new, writes it here. */
const PASSAGES = [
  {
    title: '我们记下什么',
    lines: [
      '为了认出你：平台给这家店的编号，和这台设备上随机生成的编号。我们看不到你在平台上的昵称、头像和好友。',
      '为了在不同的应用里认出同一个你：你验证过的手机号。没有验证过，我们就不知道；验证码和号码只用来确认是你本人。',
      '为了卖东西：收货人的姓名、电话和地址，购物袋、订单和付款的结果。付款由平台完成，我们不经手卡号和密码。',
      '为了有人照应：你扫过哪位导购的码，和之后在店里买过什么。',
      '为了方便你：收藏、足迹（最近 200 件）、到货与降价提醒，以及你从哪里进店、点开了哪些页面。',
    ],
  },
  {
    title: '用来做什么',
    lines: ['接单、发货、售后，把你看过的和喜欢的留在手边，改进店里的摆放。不卖给别人，也不用来给你打分。'],
  },
  {
    title: '给谁看',
    lines: [
      '送货时，收货人的姓名、电话和地址会交给承运的快递。',
      '你在“我的”里同意以后，你的导购才看得到打码的称呼、电话和买过几次；随时可以关，关了就看不到。',
      '除此之外，只有法律要求时才会提供。',
    ],
  },
  {
    title: '你可以做什么',
    lines: [
      '收货地址、收藏、足迹和提醒，随时可以自己删掉。',
      '想彻底离开，可以在“设置”里申请注销账号；7 天内反悔，随时可以撤回。',
    ],
  },
];

export default function Privacy() {
  return (
    <Page title="隐私说明">
      {PASSAGES.map((passage) => (
        <Passage key={passage.title} {...passage} />
      ))}
    </Page>
  );
}
