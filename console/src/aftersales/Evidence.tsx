import { Image } from 'antd';
import { AFTERSALE_REASON_WORDS } from '../components/aftersaleWords';
import type { AftersaleDetail } from './AftersaleDrawer';

/** What the shopper says and shows. */
export function Evidence({ aftersale: { reason, description, pictures } }: Pick<AftersaleDetail, 'aftersale'>) {
  return (
    <div className="sect">
      <h3>买家的说明</h3>
      <p>
        <b>{AFTERSALE_REASON_WORDS[reason]}</b>
      </p>
      <p className={description ? 'evidence-text' : 'mut'}>{description || '没有写别的'}</p>
      {pictures.length > 0 && (
        <Image.PreviewGroup>
          <div className="row evidence">
            {pictures.map(({ id, url }, index) => (
              <Image key={id} src={url} width={84} height={84} alt={`凭证图片 ${index + 1}`} />
            ))}
          </div>
        </Image.PreviewGroup>
      )}
    </div>
  );
}
