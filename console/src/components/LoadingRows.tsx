import { Skeleton } from 'antd';

/** A list that is on its way. */
export function LoadingRows({ count = 5 }: { count?: number }) {
  return (
    <div className="loading-rows" aria-busy>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="loading-row">
          <Skeleton.Avatar active shape="square" size={36} />
          <div className="grow">
            <Skeleton active title={false} paragraph={{ rows: 2, width: [`${70 - (index % 6) * 6}%`, '34%'] }} />
          </div>
        </div>
      ))}
    </div>
  );
}
