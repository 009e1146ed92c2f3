import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';

/** By what reports tell codes apart, and how long they lead anywhere. */
export function CampaignFields() {
  return (
    <div className="two-fields">
      <Form.Item
        label="活动"
        name="campaign"
        extra="报表里按它分开；字、数字、横线"
        rules={[{ pattern: /^[\p{L}\p{N}_-]{0,40}$/u, message: '只能有字、数字、横线' }]}
      >
        <Input maxLength={40} placeholder="shuang11-2026" />
      </Form.Item>
      <Form.Item
        label="到什么时候"
        name="until"
        extra="不填就一直有效"
        rules={[{ validator: (_, until) => checkUntil(until as dayjs.Dayjs | null | undefined) }]}
      >
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          className="wide"
          disabledDate={(day) => day.isBefore(dayjs(), 'day')}
        />
      </Form.Item>
    </div>
  );
}

const checkUntil = (until: dayjs.Dayjs | null | undefined) =>
  until && !until.isAfter(dayjs()) ? Promise.reject(new Error('这个时候已经过了')) : Promise.resolve();
