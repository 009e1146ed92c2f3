import { Cell } from '@/components/Cell';
import { CountdownText } from '@/components/CountdownText';
import { ListEnd } from '@/components/ListEnd';
import { Price } from '@/components/Price';
import { SectionHead } from '@/components/SectionHead';
import { Tag, type TagTone } from '@/components/Tag';
import { Sample, Samples } from './Samples';

const TONES: TagTone[] = ['primary', 'neutral', 'member', 'success', 'warn', 'error', 'line'];
const nothing = () => undefined;
const LONG = '满觉陇头道桂花龙井窨制红茶礼盒，手工铁罐两只装，附竹制茶则与棉麻茶巾';

export function Words() {
  return (
    <>
      <Samples title="文字与价格">
        {(['s', 'm', 'l', 'xl'] as const).map((size) => (
          <Sample key={size}>
            <Price fen={15900} size={size} wasFen={size === 's' ? null : 21900} />
          </Sample>
        ))}
        <Sample>
          <Price fen={1288850} hasRange />
        </Sample>
        <Sample>
          <Price fen={-3000} tone="ink" isExact />
        </Sample>
        <Sample>
          <Price fen={0} isExact />
        </Sample>
        <Sample>
          <CountdownText until={new Date(Date.now() + 8_060_000).toISOString()} />
        </Sample>
      </Samples>
      <Samples title="标签">
        {TONES.map((tone) => (
          <Sample key={tone}>
            <Tag tone={tone}>{tone}</Tag>
          </Sample>
        ))}
      </Samples>
      <Samples title="行" isStacked>
        <Cell label="配送" value="快递到家" />
        <Cell label="发票" value="不开发票" onTap={nothing} />
        <Cell label="集市 · 文三路店" hint={LONG} value="换一家" onTap={nothing} />
        <Cell label="抬头" value={LONG} onTap={nothing} />
      </Samples>
      <Samples title="标题与末尾" isStacked>
        <SectionHead
          title="新鲜上摊"
          subtitle="今早刚到的，先到先得，慢慢挑也来得及"
          more={{ text: '全部', onTap: nothing }}
        />
        <ListEnd hasMore isLoading={false} />
        <ListEnd hasMore isLoading />
        <ListEnd hasMore isLoading={false} onRetry={nothing} />
        <ListEnd hasMore={false} isLoading={false} />
      </Samples>
    </>
  );
}
