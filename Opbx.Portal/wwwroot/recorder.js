// Records the microphone as a wav file: one channel, 16 bits, 16,000 samples per second.
const rate = 16000;
let media = null;
let parts = [];

const close = () => {
  for (const track of media?.stream.getTracks() ?? []) track.stop();
  media = null;
};

export async function start() {
  try {
    close();
    const stream = await navigator.mediaDevices.getUserMedia(
      { audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
    parts = [];
    media = new MediaRecorder(stream);
    media.addEventListener('dataavailable', (event) => { if (event.data.size > 0) parts.push(event.data); });
    media.start();
    return true;
  } catch {
    close();
    return false;
  }
}

export async function stop() {
  const recorder = media;
  await new Promise((resolve) => {
    recorder.addEventListener('stop', resolve, { once: true });
    recorder.stop();
  });
  close();
  return wav(await samples(new Blob(parts, { type: recorder.mimeType })));
}

export function cancel() {
  if (media?.state === 'recording') media.stop();
  close();
}

async function samples(blob) {
  const context = new OfflineAudioContext(1, 1, rate);
  const sound = await context.decodeAudioData(await blob.arrayBuffer());
  const room = new OfflineAudioContext(1, Math.max(1, Math.ceil(sound.duration * rate)), rate);
  const source = room.createBufferSource();
  source.buffer = sound;
  source.connect(room.destination);
  source.start();
  return (await room.startRendering()).getChannelData(0);
}

function wav(sound) {
  const view = new DataView(new ArrayBuffer(44 + sound.length * 2));
  const text = (at, word) => { for (let i = 0; i < word.length; i++) view.setUint8(at + i, word.charCodeAt(i)); };
  text(0, 'RIFF');
  view.setUint32(4, 36 + sound.length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, sound.length * 2, true);
  for (let i = 0; i < sound.length; i++) view.setInt16(44 + i * 2, Math.max(-1, Math.min(1, sound[i])) * 0x7FFF, true);
  return new Uint8Array(view.buffer);
}
