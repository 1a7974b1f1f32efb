import type { Scene } from './scene.js';
import { paper, sceneToSvg } from './scene-svg.js';

const scene = (title: string): Scene => ({
  id: 'a',
  width: 10,
  height: 5,
  title,
  desc: title,
  marks: [
    { kind: 'text', x: 1, y: 2, text: title, role: 'label', anchor: 'end' },
    { kind: 'path', d: 'M0 0L1 1', role: 'verdict-sign', at: [3, 4] },
    { kind: 'rect', x: 0, y: 0, w: 1, h: 1, role: 'bar-of-a-kind' },
  ],
  stops: [],
});

it('draws every mark with its looks as attributes', () => {
  const svg = sceneToSvg(scene('Å'), paper);
  expect(svg).toContain(
    '<text font-family="Source Sans 3" font-size="13" fill="#4a4f49" x="1" y="2" text-anchor="end">Å</text>',
  );
  expect(svg).toContain('d="M0 0L1 1" transform="translate(3 4)"/>');
  expect(svg).toContain('<rect fill="#1f5d3a" x="0" y="0" width="1" height="1"/>');
});

it('lets no text out of its place', () => {
  const svg = sceneToSvg(scene('</text><script>alert(1)</script>&"\''));
  expect(svg).not.toMatch(/<script|<\/text><s/);
  expect(svg).toContain('&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;');
});
