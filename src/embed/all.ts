// The one file that a publisher puts on a page: every element, every source, English.
import '../define.js';
