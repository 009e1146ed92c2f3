import { useEffect, type ReactNode } from 'react';
import { Form, Modal, type FormProps } from 'antd';

interface FormDialogProps<T> {
  isOpen: boolean;
  title: string;
  okText?: string;
  width?: number;
  isSending: boolean;
  /** What the form begins with; read anew each time it opens. */
  start: T;
  onSubmit(values: T): void;
  onClose(): void;
  onValuesChange?: FormProps<T>['onValuesChange'];
  children: ReactNode;
}

/** A form in a dialog: checked before it goes, kept open until it has gone. */
export function FormDialog<T extends object>(props: FormDialogProps<T>) {
  const { isOpen, title, okText = '保存', width = 480, isSending, start, onSubmit, onClose, children } = props;
  const [form] = Form.useForm<T>();
  useEffect(() => {
    if (!isOpen) return;
    form.resetFields();
    form.setFieldsValue(start as Parameters<typeof form.setFieldsValue>[0]);
    // what is typed must not be overwritten when the list behind it is read again
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen]);
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={okText}
      cancelText="取消"
      width={width}
      confirmLoading={isSending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      forceRender
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={onSubmit}
        {...(props.onValuesChange && { onValuesChange: props.onValuesChange })}
      >
        {children}
      </Form>
    </Modal>
  );
}
