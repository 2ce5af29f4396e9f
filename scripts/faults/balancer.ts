import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '@/scripts/postgres/loopback'
import { onStop } from '@/scripts/start/lifecycle.mjs'

/** Whether an nginx is installed here. */
export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0

/** One address in front of several processes, by nginx as docs/deploy/nginx.conf sets it up, without https. */
export async function startBalancer(ports: readonly number[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rendezvous-nginx-'))
  const port = await freePort()
  const servers = ports.map((each) => `    server 127.0.0.1:${each} max_fails=1 fail_timeout=1s;`)
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off;
pid ${folder}/pid;
error_log /dev/null;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  upstream rendezvous {
${servers.join('\n')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 4m;
    location / {
      proxy_pass http://rendezvous;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_next_upstream error timeout;
    }
  }
}
`,
  )
  const child: ChildProcess = spawn('nginx', ['-c', path.join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  })
  onStop(() => {
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
  const base = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${base}/api/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return base
    await wait(100)
  }
  throw new Error('nginx does not answer.')
}
