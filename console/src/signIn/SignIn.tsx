import { useQueryClient } from '@tanstack/react-query';
import { sessionKey, signOut, type SessionState } from '../api/session';
import { Logo } from '../components/Logo';
import { OwnerForm } from './OwnerForm';
import { PasswordForm } from './PasswordForm';
import { SignInForm } from './SignInForm';
import { Street } from './Street';

/** What stands before the console: sign in, change a password that an owner gave, or be the first owner. */
export function SignIn({ session }: { session: SessionState }) {
  return (
    <div className="sign-in">
      <div className="sign-in-art">
        <Street />
        <div className="sign-in-words">
          <div className="row sign-in-mark">
            <Logo size={40} />
            <b>集市</b>
          </div>
          <p className="sign-in-line">
            三个平台的小店，
            <br />
            一处打理。
          </p>
          <p className="sign-in-sub">装修、商品、订单、门店，都在这里。</p>
        </div>
      </div>
      <main className="sign-in-form">
        <Step session={session} />
      </main>
    </div>
  );
}

function Step({ session }: { session: SessionState }) {
  const queries = useQueryClient();
  const enter = (next: SessionState) => {
    // what somebody else has read in this page is not for whoever comes now
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    queries.setQueryData(sessionKey, next);
  };
  if (session.employee) {
    const { employee } = session;
    return (
      <section>
        <h1>先换一个密码</h1>
        <p className="note">{employee.name}，店主给的密码只能用来登录这一次</p>
        <PasswordForm onDone={() => enter({ ...session, employee: { ...employee, mustChangePassword: false } })} />
        <p className="note sign-in-foot">
          不是你？
          <a
            role="button"
            tabIndex={0}
            onClick={() => void signOut().finally(() => enter({ ...session, employee: null }))}
          >
            换个账号登录
          </a>
        </p>
      </section>
    );
  }
  if (session.needsOwner) {
    return (
      <section>
        <h1>建立店主账号</h1>
        <p className="note">店铺还没有店主。口令在启动店铺的终端里，每次启动换一个</p>
        <OwnerForm onDone={enter} />
      </section>
    );
  }
  return (
    <section>
      <h1>登录后台</h1>
      <p className="note">使用店主发给你的账号</p>
      <SignInForm onDone={enter} />
      <p className="note sign-in-foot">忘了密码，请店主在“员工与角色”里重置。</p>
    </section>
  );
}
