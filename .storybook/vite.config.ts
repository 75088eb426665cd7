// The stories are built from src as it stands.
export default {};
