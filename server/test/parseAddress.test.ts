import fc from 'fast-check';
import { parseAddress } from '../src/addresses/parseAddress';
import { REGIONS } from '../src/addresses/regions';
import { runs } from '../../test/support/runs';

const found = (text: string) => {
  const { name, phone, province, city, district, detail } = parseAddress(text);
  return [name, phone, `${province}/${city}/${district}`, detail];
};

const WENSAN = '浙江省/杭州市/西湖区';
const CHAOYANG = '北京市/北京市/朝阳区';

test.each([
  // the order in which people write
  ['张三 13812345678 浙江省杭州市西湖区文三路138号东方通信大厦7楼', '张三', WENSAN, '文三路138号东方通信大厦7楼'],
  ['北京朝阳区建国路88号，李四，138-1234-5678', '李四', CHAOYANG, '建国路88号'],
  ['13812345678 张三 浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['浙江省杭州市西湖区文三路138号 张三 13812345678', '张三', WENSAN, '文三路138号'],
  ['浙江省杭州市西湖区文三路138号 13812345678 张三', '张三', WENSAN, '文三路138号'],
  ['张三，浙江省杭州市西湖区文三路138号，13812345678', '张三', WENSAN, '文三路138号'],
  ['张三\n13812345678\n浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['13812345678\n浙江省杭州市西湖区文三路138号\n张三', '张三', WENSAN, '文三路138号'],
  // nothing between the parts
  ['张三13812345678浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['浙江省杭州市西湖区文三路138号张三13812345678', '张三', WENSAN, '文三路138号'],
  ['张三浙江省杭州市西湖区文三路138号 13812345678', '张三', WENSAN, '文三路138号'],
  // labels
  ['收货人：张三 电话：13812345678 地址：浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  [
    '收货人: 张三\n手机号码: 13812345678\n所在地区: 浙江省杭州市西湖区\n详细地址: 文三路138号',
    '张三',
    WENSAN,
    '文三路138号',
  ],
  ['姓名:张三电话:13812345678地址:浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['地址：浙江省杭州市西湖区文三路138号；收件人：张三；联系电话：13812345678', '张三', WENSAN, '文三路138号'],
  ['【收货人】张三【电话】13812345678【地址】浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['收件人 张三\n手机号 13812345678\n收货地址 浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  // ways to write a number
  ['张三 +86 13812345678 浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 +86-138-1234-5678 浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 138 1234 5678 浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 （+86）13812345678 浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 １３８１２３４５６７８ 浙江省杭州市西湖区文三路１３８号', '张三', WENSAN, '文三路138号'],
  // regions without their suffixes, or with others
  ['张三 13812345678 浙江杭州西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 13812345678 浙江 杭州 西湖 文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 13812345678 浙江省,杭州市,西湖区,文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 13812345678 浙江省-杭州市-西湖区-文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 13812345678 中国浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 13812345678 杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 13812345678 杭州余杭区良睦路1399号', '张三', '浙江省/杭州市/余杭区', '良睦路1399号'],
  ['张三 13812345678 余杭区良睦路1399号', '张三', '浙江省/杭州市/余杭区', '良睦路1399号'],
  ['张三 13812345678 浙江省余杭区良睦路1399号', '张三', '浙江省/杭州市/余杭区', '良睦路1399号'],
  // municipalities
  ['李四 13812345678 北京市朝阳区建国路88号', '李四', CHAOYANG, '建国路88号'],
  ['李四 13812345678 北京市北京市朝阳区建国路88号', '李四', CHAOYANG, '建国路88号'],
  ['李四 13812345678 北京市市辖区朝阳区建国路88号', '李四', CHAOYANG, '建国路88号'],
  ['李四 13812345678 上海浦东新区世纪大道100号', '李四', '上海市/上海市/浦东新区', '世纪大道100号'],
  ['李四 13812345678 上海市黄浦区南京东路1号', '李四', '上海市/上海市/黄浦区', '南京东路1号'],
  ['李四 13812345678 重庆市城口县葛城街道1号', '李四', '重庆市/重庆市/城口县', '葛城街道1号'],
  // autonomous regions, prefectures and counties, and places beside the prefectures
  ['王五 13812345678 广西南宁市青秀区民族大道1号', '王五', '广西壮族自治区/南宁市/青秀区', '民族大道1号'],
  ['王五 13812345678 广西省南宁市青秀区民族大道1号', '王五', '广西壮族自治区/南宁市/青秀区', '民族大道1号'],
  ['王五 13812345678 内蒙古呼和浩特新城区海拉尔东街1号', '王五', '内蒙古自治区/呼和浩特市/新城区', '海拉尔东街1号'],
  [
    '王五 13812345678 新疆维吾尔自治区乌鲁木齐市天山区解放北路1号',
    '王五',
    '新疆维吾尔自治区/乌鲁木齐市/天山区',
    '解放北路1号',
  ],
  ['王五 13812345678 湖北恩施州恩施市舞阳大街1号', '王五', '湖北省/恩施土家族苗族自治州/恩施市', '舞阳大街1号'],
  ['王五 13812345678 云南省大理白族自治州大理市古城1号', '王五', '云南省/大理白族自治州/大理市', '古城1号'],
  ['王五 13812345678 湖北省仙桃市沔阳大道1号', '王五', '湖北省/仙桃市/', '沔阳大道1号'],
  ['王五 13812345678 湖北省省直辖县级行政区划仙桃市沔阳大道1号', '王五', '湖北省/仙桃市/', '沔阳大道1号'],
  ['王五 13812345678 广东省东莞市长安镇莲峰路1号', '王五', '广东省/东莞市/长安镇', '莲峰路1号'],
  ['王五 13812345678 江苏苏州昆山市玉山镇1号', '王五', '江苏省/苏州市/昆山市', '玉山镇1号'],
  // names
  ['欧阳修文 13812345678 浙江省杭州市西湖区文三路138号', '欧阳修文', WENSAN, '文三路138号'],
  ['李女士 13812345678 浙江省杭州市西湖区文三路138号', '李女士', WENSAN, '文三路138号'],
  ['张三（收） 13812345678 浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['张三 收 13812345678 浙江省杭州市西湖区文三路138号', '张三', WENSAN, '文三路138号'],
  ['John Smith 13812345678 浙江省杭州市西湖区文三路138号', 'John Smith', WENSAN, '文三路138号'],
  ['阿依古丽·买买提 13812345678 浙江省杭州市西湖区文三路138号', '阿依古丽·买买提', WENSAN, '文三路138号'],
  ['李长春，13812345678，浙江省杭州市西湖区文三路138号', '李长春', WENSAN, '文三路138号'],
  ['浙江省杭州市西湖区 文三路138号 科技园 张三 13812345678', '张三', WENSAN, '文三路138号 科技园'],
])('「%s」', (text, name, region, detail) => {
  expect(found(text)).toEqual([name, '13812345678', region, detail]);
});

test.each([
  [
    'a district that several cities have is not guessed',
    '朝阳区建国路88号 李四',
    ['李四', '', '//', '朝阳区建国路88号'],
  ],
  ['a landline', '张三 0571-88886666 杭州市西湖区文三路1号', ['张三', '0571-88886666', WENSAN, '文三路1号']],
  ['the second number', '张三 13812345678 13912345678', ['张三', '13812345678', '//', '13912345678']],
  ['an extension', '张三 13812345678转6021 杭州市西湖区文三路1号', ['张三', '13812345678', WENSAN, '转6021 文三路1号']],
  ['a number that is no phone', '订单 501381234567890123 杭州市西湖区', ['', '', WENSAN, '订单 501381234567890123']],
  ['only a name', '张三', ['张三', '', '//', '']],
  ['a street named after a city', '上海市徐汇区天津路1号', ['', '', '上海市/上海市/徐汇区', '天津路1号']],
  ['nothing', '  \n，，', ['', '', '//', '']],
])('%s', (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

const HAN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂';
const han = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...HAN), minLength, maxLength });
const districts = REGIONS.filter(({ code }) => !code.endsWith('00'));
const byCode = new Map(REGIONS.map((region) => [region.code, region]));

test('however the parts are ordered and parted, each is found whole', () => {
  const parts = fc.record({
    name: fc.tuple(fc.constantFrom(...'王李张刘陈'), han(1, 2)).map((both) => both.join('')),
    phone: fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
    district: fc.constantFrom(...districts),
    street: han(2, 6),
    number: fc.integer({ min: 1, max: 9999 }),
    order: fc.shuffledSubarray(['name', 'phone', 'address'] as const, { minLength: 3 }),
    separator: fc.constantFrom(' ', '，', '\n', ', ', '；', '\t'),
  });
  fc.assert(
    fc.property(parts, ({ name, phone, district, street, number, order, separator }) => {
      const parent = byCode.get(district.parent)!;
      const [province, city, last] =
        parent.parent === '' ? [parent, district, ''] : [byCode.get(parent.parent)!, parent, district.name];
      const detail = `${street}路${number}号`;
      const words = { name, phone, address: `${province.name}${city.name}${last}${detail}` };
      expect(parseAddress(order.map((part) => words[part]).join(separator))).toEqual({
        name,
        phone,
        province: province.name,
        city: city.name,
        district: last,
        detail,
      });
    }),
    runs(2000),
  );
});

/** What may vanish: labels, separators, and the words of regions, which come back in full. */
const DROPPED = /收货人|收件人|姓名|电话|手机号|地址|中国|市辖区|[省市区县收\p{P}\p{S}\p{Z}\p{C}]/gu;

test('whatever is pasted, nothing is thrown and no character is lost', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '浙江省',
      '杭州',
      '西湖区',
      '北京',
      '朝阳区',
      '13812345678',
      '138-1234-5678',
      '+86',
      '收货人：',
      '张三',
    ),
    fc.constantFrom('，', ' ', '\n', '：', '电话', '路', '88号', 'Tom Lee', '·', '(收)', '转12', '0571-88886666'),
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join('');
      const left = new Map<string, number>();
      const count = (source: string, sign: 1 | -1) => {
        for (const character of source) left.set(character, (left.get(character) ?? 0) + sign);
      };
      count(Object.values(parseAddress(text)).join(''), 1);
      // full-width digits come back as plain ones
      const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
      count(plain.replace(/\+?86/g, '').replace(DROPPED, ''), -1);
      expect([...left].filter(([, number]) => number < 0)).toEqual([]);
    }),
    runs(4000),
  );
});
