/** Plain and readable: people come here to see a passage in its place. */
export const STYLE =
  'body{font:18px/1.6 Georgia,"DejaVu Serif",serif;max-width:42rem;margin:0 auto;padding:1.5rem;color:#1c1c1c;background:#fbfaf7}h1{line-height:1.2}header,footer,nav,.byline,.lead,time{color:#555}nav a{margin-right:1rem}blockquote{border-left:4px solid #bbb;margin-left:0;padding-left:1rem}.question{font-weight:bold}.locked{background:#eee;padding:1rem}';
