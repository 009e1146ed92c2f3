import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { download, type DownloadOptions } from '../src/imports/download';
import { isPublicAddress } from '../src/imports/publicAddress';
import { loopbackIsPublic, pictureHost, type PictureHost } from './support/pictureHost';

const PRIVATE = '指向内网或保留地址';
const BYTES = Buffer.from('a picture');

let host: PictureHost;

beforeAll(async () => {
  host = await pictureHost();
});
afterAll(() => host.close());
beforeEach(() => {
  host.hits.length = 0;
  host.answer = (_request, response) => response.end(BYTES);
});

const redirectTo =
  (location: string): http.RequestListener =>
  (request, response) => {
    if (request.url === '/start') response.writeHead(302, { location });
    response.end(BYTES);
  };

describe('an address', () => {
  it.each(['8.8.8.8', '223.5.5.5', '2400:3200::1', '2606:4700:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '203.0.113.7',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('fetching a picture', () => {
  it.each([
    'http://127.0.0.1/a.jpg',
    'http://127.1/a.jpg',
    'http://2130706433/a.jpg',
    'http://0x7f000001/a.jpg',
    'http://0177.0.0.1/a.jpg',
    'http://0/a.jpg',
    'http://10.0.0.1/a.jpg',
    'http://192.168.1.1/a.jpg',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/a.jpg',
    'http://[::ffff:127.0.0.1]/a.jpg',
    'http://[::ffff:7f00:1]/a.jpg',
    'http://[fd00::1]/a.jpg',
  ])('refuses %s', async (url) => {
    await expect(download(url)).rejects.toThrow(PRIVATE);
  });

  it.each(['file:///etc/passwd', 'ftp://a.cn/1.jpg', 'data:image/png;base64,AAAA', 'javascript:1', 'gopher://a.cn'])(
    'refuses %s',
    async (url) => {
      await expect(download(url)).rejects.toThrow('只能是 http 或 https 网址');
    },
  );

  it('refuses what is no address, and addresses with a password', async () => {
    await expect(download('图片.jpg')).rejects.toThrow('网址不对');
    await expect(download('https://user:word@a.cn/1.jpg')).rejects.toThrow('用户名');
  });

  it('refuses a name of which any address is private, and does not connect', async () => {
    const resolve: DownloadOptions['resolve'] = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    await expect(download(host.at('/a.jpg'), { resolve })).rejects.toThrow(PRIVATE);
    expect(host.hits).toEqual([]);
  });

  it('connects to the address it has checked and asks for the name only once', async () => {
    const resolve = jest.fn(loopbackIsPublic.resolve);
    expect(await download(host.at('/a.jpg'), { ...loopbackIsPublic, resolve })).toEqual(BYTES);
    expect(resolve.mock.calls).toEqual([['pictures.example']]);
  });

  it.each([
    'http://10.0.0.1/secret',
    'http://[::1]/secret',
    'http://169.254.169.254/secret',
    'http://2130706434/secret',
  ])('refuses a redirect to %s', async (location) => {
    host.answer = redirectTo(location);
    await expect(download(host.at('/start'), loopbackIsPublic)).rejects.toThrow(PRIVATE);
    expect(host.hits).toEqual(['/start']);
  });

  it('refuses a redirect to a name that is private, and to another protocol', async () => {
    host.answer = redirectTo(`http://intranet.example:${host.port}/secret`);
    const resolve: DownloadOptions['resolve'] = async (name) => [
      { address: name === 'intranet.example' ? '192.168.0.9' : '127.0.0.1', family: 4 },
    ];
    await expect(download(host.at('/start'), { ...loopbackIsPublic, resolve })).rejects.toThrow(PRIVATE);
    host.answer = redirectTo('file:///etc/passwd');
    await expect(download(host.at('/start'), loopbackIsPublic)).rejects.toThrow('只能是 http 或 https 网址');
    expect(host.hits).toEqual(['/start', '/start']);
  });

  it('follows three redirects and no fourth', async () => {
    const count = (most: number): http.RequestListener => {
      return (request, response) => {
        const next = Number(request.url!.slice(1)) + 1;
        if (next <= most) response.writeHead(302, { location: `/${next}` });
        response.end(BYTES);
      };
    };
    host.answer = count(3);
    expect(await download(host.at('/0'), loopbackIsPublic)).toEqual(BYTES);
    host.answer = count(4);
    await expect(download(host.at('/0'), loopbackIsPublic)).rejects.toThrow('跳转超过 3 次');
  });

  it.each([
    ['says so', (response: http.ServerResponse) => response.setHeader('content-length', 2000)],
    ['keeps quiet about it', () => undefined],
  ])('stops at the size limit when the host %s', async (_what, prepare) => {
    host.answer = (_request, response) => {
      prepare(response);
      response.write(randomBytes(1500));
      response.end(randomBytes(500));
    };
    await expect(download(host.at('/a.jpg'), { ...loopbackIsPublic, maxBytes: 1024 })).rejects.toThrow('超过');
  });

  it('gives up on a host that never answers, on one that stops half-way, and on one that says no', async () => {
    host.answer = () => undefined;
    await expect(download(host.at('/a.jpg'), { ...loopbackIsPublic, wholeTimeout: 30 })).rejects.toThrow('下载超时');
    host.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('x', () => response.destroy());
    };
    await expect(download(host.at('/a.jpg'), loopbackIsPublic)).rejects.toThrow('下载中断');
    host.answer = (_request, response) => response.writeHead(404).end();
    await expect(download(host.at('/a.jpg'), loopbackIsPublic)).rejects.toThrow('服务器答复 404');
  });

  it('says so when nobody listens', async () => {
    const closed = http.createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const unused = (closed.address() as AddressInfo).port;
    await new Promise((resolve) => closed.close(resolve));
    await expect(download(`http://a.example:${unused}/`, loopbackIsPublic)).rejects.toThrow('连接失败');
  });
});
