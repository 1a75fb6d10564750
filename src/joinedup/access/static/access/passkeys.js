// Passkeys: makes one, or signs in with one. Loaded only by the pages that have a passkey button.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function withBytes(options) {
  const made = { ...options, challenge: bytes(options.challenge) };
  if (made.user) made.user = { ...made.user, id: bytes(made.user.id) };
  for (const name of ["excludeCredentials", "allowCredentials"]) {
    if (made[name]) made[name] = made[name].map((one) => ({ ...one, id: bytes(one.id) }));
  }
  return made;
}

function asWords(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    type: credential.type,
    id: credential.id,
    rawId: text(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function optionsOf(form) {
  if (form.dataset.passkeyOptions) return JSON.parse(form.dataset.passkeyOptions);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("no options");
  return answer.json();
}

async function use(form) {
  const found = await optionsOf(form);
  if (form.dataset.passkey === "add") {
    const options = withBytes(found.creation_options.publicKey);
    options.authenticatorSelection = {
      ...options.authenticatorSelection,
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    };
    return navigator.credentials.create({ publicKey: options });
  }
  return navigator.credentials.get({ publicKey: withBytes(found.request_options.publicKey) });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const place = form.querySelector("[data-passkey-status]");
  const button = form.querySelector("[data-passkey-button]");
  if (!window.PublicKeyCredential) {
    place.textContent = "This browser has no passkeys. Use another way.";
    button.disabled = true;
    continue;
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    place.textContent = "";
    try {
      const credential = await use(form);
      form.querySelector("input[name=credential]").value = JSON.stringify(asWords(credential));
      HTMLFormElement.prototype.submit.call(form);
    } catch {
      place.textContent = "That did not work, or it was stopped. Try again, or use another way.";
    }
  });
}
