import { Button, Form, Input, Switch } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { sentenceOf } from '../api/adminError';
import type { AdminOk } from '../api/call';
import { useRead } from '../api/useRead';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { LoadingRows } from '../components/LoadingRows';

type Terms = AdminOk<'GET /admin/shop-terms'>;

const TERMS = 'GET /admin/shop-terms';
const MAX_SERVICES = 8;
const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8}|[48]00-?\d{3,4}-?\d{3,4})$/;

export function ShopTermsForm() {
  const { data, error, refetch } = useRead(TERMS, {});
  const save = useWrite('PUT /admin/shop-terms', { changes: [TERMS], done: '改好了，顾客马上看得到' });
  if (!data && error) {
    return <Blank kind="error" title="没有读到" hint={sentenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!data) return <LoadingRows count={4} />;
  const submit = ({ services = [], contact }: Terms) => {
    const { alipayChat, phone, chatUrl, ttImId, ...rest } = contact;
    const hasAlipay = alipayChat?.tntInstId && alipayChat.scene;
    save.mutate({
      body: {
        services,
        // an empty field is no way to reach anybody
        contact: {
          ...rest,
          phone: phone || null,
          chatUrl: chatUrl || null,
          ttImId: ttImId || null,
          alipayChat: hasAlipay ? alipayChat : null,
        },
      },
    });
  };
  return (
    <Form<Terms> layout="vertical" requiredMark={false} initialValues={data} onFinish={submit}>
      <h3>服务承诺</h3>
      <Services />
      <h3>客服</h3>
      <div className="two-fields">
        <Form.Item
          label="电话"
          name={['contact', 'phone']}
          rules={[{ pattern: PHONE, message: '手机号、座机，或 400、800 开头' }]}
        >
          <Input maxLength={20} placeholder="不填就不显示" />
        </Form.Item>
        <Form.Item label="服务时间" name={['contact', 'hours']}>
          <Input maxLength={40} placeholder="每天 9:00–21:00" />
        </Form.Item>
      </div>
      <Form.Item
        label="网页客服"
        name={['contact', 'chatUrl']}
        extra="网页店铺里打开这个地址"
        rules={[{ pattern: /^https:\/\/\S+$/, message: '以 https:// 开头的地址' }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item
        label="微信小程序客服"
        name={['contact', 'hasWeappChat']}
        valuePropName="checked"
        extra="在微信的管理后台里开通以后再打开"
      >
        <Switch />
      </Form.Item>
      <Form.Item label="抖音客服的 IM 账号" name={['contact', 'ttImId']}>
        <Input maxLength={64} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item label="支付宝云客服 tntInstId" name={['contact', 'alipayChat', 'tntInstId']}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item label="支付宝云客服 scene" name={['contact', 'alipayChat', 'scene']}>
          <Input maxLength={64} />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        保存
      </Button>
    </Form>
  );
}

function Services() {
  return (
    <Form.List name="services">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="row service">
              <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: '请填名称' }]}>
                <Input maxLength={12} placeholder="七天无理由" aria-label="承诺的名称" />
              </Form.Item>
              <Form.Item
                className="grow"
                name={[name, 'text']}
                rules={[{ required: true, whitespace: true, message: '请填说明' }]}
              >
                <Input maxLength={200} placeholder="签收后七天内可以退货" aria-label="承诺的说明" />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label="删除这条" onClick={() => remove(name)} />
            </div>
          ))}
          <Button
            className="service-add"
            icon={<PlusOutlined />}
            disabled={fields.length >= MAX_SERVICES}
            onClick={() => add({ name: '', text: '' })}
          >
            添加一条
          </Button>
        </>
      )}
    </Form.List>
  );
}
